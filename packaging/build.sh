#!/usr/bin/env bash
# Builds the program for Linux that needs no Python: dist/klausellupe (a folder) and dist/klausellupe_VERSION_ARCH.deb.
#
#   packaging/build.sh          both
#   packaging/build.sh folder   the folder only
#
# Build on the oldest system it shall run on: the build needs this machine's glibc or a later one.
set -euo pipefail
cd "$(dirname "$0")/.."

work=build/packaging dist=dist
version=$(.venv/bin/python -c 'import app; print(app.__version__)')

folder() {
    rm -rf "$dist/klausellupe"
    .venv/bin/pyinstaller packaging/klausellupe.spec --noconfirm --log-level ERROR \
        --distpath "$dist" --workpath "$work"
    # The wheels of spaCy carry 100 MB of debugging information.
    local inside=$dist/klausellupe/_internal package
    if command -v strip >/dev/null; then
        for package in spacy thinc preshed cymem srsly blis; do
            find "$inside/$package" -name '*.so' -exec strip --strip-unneeded {} +
        done
    fi
    find "$inside" -name '*.pyx' -delete -o -name '*.pxd' -delete -o -name '*.pyi' -delete
}

deb() {
    local root=$work/deb arch name
    arch=$(dpkg --print-architecture)
    name=$dist/klausellupe_${version}_$arch.deb
    rm -rf "$root" "$name"
    install -d "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/metainfo" \
        "$root/usr/share/icons/hicolor/scalable/apps" "$root/usr/share/doc/klausellupe"
    cp -r "$dist/klausellupe" "$root/opt/klausellupe"
    ln -s /opt/klausellupe/klausellupe "$root/usr/bin/klausellupe"
    install -m 644 packaging/linux/klausellupe.desktop "$root/usr/share/applications/"
    install -m 644 packaging/linux/klausellupe.metainfo.xml "$root/usr/share/metainfo/"
    install -m 644 resources/icons/klausellupe.svg "$root/usr/share/icons/hicolor/scalable/apps/klausellupe.svg"
    install -m 644 LICENSE NOTICE "$root/usr/share/doc/klausellupe/"
    install -m 644 packaging/linux/copyright "$root/usr/share/doc/klausellupe/copyright"
    install -m 755 packaging/linux/postinst packaging/linux/postrm "$root/DEBIAN/"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@GLIBC@/$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)/" -e "s/@SIZE@/$(du -sk "$root" | cut -f1)/" \
        packaging/linux/control >"$root/DEBIAN/control"
    chmod -R go-w "$root"
    dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$name"
    echo "$name"
}

folder
if [ "${1:-all}" != folder ]; then deb; fi
