; UNGETESTET / UNTRIED: written without a Windows machine at hand. Inno Setup 6; packaging\windows\build.ps1 calls it.
; Installs for one user without administrator rights. Files are offered to "Open with"; no default program is changed.
#ifndef Version
  #define Version "0"
#endif

[Setup]
AppId={{6C0E0B1C-3B54-4B0B-9D52-2E7C5B1A9C11}
AppName=Klausellupe
AppVersion={#Version}
AppPublisher=The Klausellupe contributors
DefaultDirName={autopf}\Klausellupe
DefaultGroupName=Klausellupe
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=klausellupe-{#Version}-setup
SetupIconFile=..\..\build\packaging\klausellupe.ico
UninstallDisplayIcon={app}\klausellupe.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes

[Languages]
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\dist\klausellupe\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Klausellupe"; Filename: "{app}\klausellupe.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Klausellupe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\shell\open\command"; ValueType: string; ValueData: """{app}\klausellupe.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".docx"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".doc"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".odt"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".rtf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".html"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".htm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".md"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\klausellupe.exe\SupportedTypes"; ValueType: string; ValueName: ".txt"; ValueData: ""

[Run]
Filename: "{app}\klausellupe.exe"; Description: "Klausellupe"; Flags: nowait postinstall skipifsilent
