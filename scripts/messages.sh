# shellcheck shell=bash
# Shared by the set-up scripts: short messages, German first, English below.

say() { printf '%s\n  (%s)\n' "$1" "$2"; }

stop() {
    say "$1" "$2" >&2
    shift 2
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 1
}

# Installs Debian or Ubuntu packages as root; otherwise prints the command and stops.
# $1, $2: what they are for, in German and English; the rest: the packages.
need_packages() {
    local german=$1 english=$2
    shift 2
    # A source that does not answer fails the update, but not necessarily the installation.
    local command="apt-get update; apt-get install --yes --no-install-recommends $*"
    if [ "$(id -u)" -ne 0 ]; then
        stop "$german Bitte einmal ausführen:" "$english Please run once:" "sudo sh -c '$command'"
    fi
    say "$german Wird installiert …" "$english Installing …"
    local log
    log=$(mktemp)
    if ! DEBIAN_FRONTEND=noninteractive sh -c "$command" >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        stop "Die Installation ist fehlgeschlagen:" "The installation failed:" "$command"
    fi
    rm -f "$log"
}
