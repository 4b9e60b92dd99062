# UNGETESTET / UNTRIED: written without a Windows machine at hand.
# Builds dist\klausellupe (a folder) and, where Inno Setup 6 is installed, dist\klausellupe-VERSION-setup.exe.
# Needs Python 3.11 to 3.13, 64 bit. Run it in the checkout:  powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

if (-not (Test-Path ".venv\Scripts\python.exe")) { py -3 -m venv .venv }
$python = ".venv\Scripts\python.exe"
& $python -m pip install --quiet --require-hashes -r requirements\dev.lock
if ($LASTEXITCODE) { throw "pip could not install the locked packages" }

New-Item -ItemType Directory -Force "build\packaging" | Out-Null
& $python packaging\icons.py build\packaging
if ($LASTEXITCODE) { throw "the icon could not be drawn" }
& $python -m PyInstaller packaging\klausellupe.spec --noconfirm --log-level ERROR --distpath dist --workpath build\packaging
if ($LASTEXITCODE) { throw "PyInstaller failed" }
& "dist\klausellupe\klausellupe-cli.exe" --check-build
if ($LASTEXITCODE) { throw "the build lacks something: see above" }

$version = & $python -c "import app; print(app.__version__)"
$inno = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe"
if (Test-Path $inno) { & $inno "/DVersion=$version" packaging\windows\klausellupe.iss }
else { Write-Host "Inno Setup 6 was not found: the folder dist\klausellupe is the result." }
