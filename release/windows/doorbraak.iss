; Installs the one-folder build for one person, without an administrator and without a question:
;     doorbraak-0.1.0-installeren.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
; For all users of a computer, by an administrator: /ALLUSERS. Another place: /DIR="D:\Doorbraak".
; `make dist` on Windows calls this with the version and the folders of the build. Not tried on a real Windows yet:
; docs/platforms.md says what was tried where.

#ifndef Version
  #error Give the version: iscc /DVersion=... /DBuild=... /DIcons=...
#endif

[Setup]
; Never another one: it is how Windows knows that a new version takes the place of an old one.
AppId={{6C1F1B0E-8C0F-4A35-9C53-5A7B8C9D2E41}
AppName=Doorbraak
AppVersion={#Version}
AppPublisher=The Doorbraak contributors
LicenseFile={#Build}\delen\LICENSE
DefaultDirName={autopf}\Doorbraak
DisableProgramGroupPage=yes
DisableDirPage=auto
DisableReadyPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=doorbraak-{#Version}-installeren
SetupIconFile={#Icons}\doorbraak.ico
UninstallDisplayIcon={app}\Doorbraak.exe
ChangesAssociations=yes
; A program that is open is asked to close, which keeps what was typed; it is not started again by itself.
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"

[InstallDelete]
; Nothing of an older version stays between the new parts.
Type: filesandordirs; Name: "{app}\delen"

[Files]
Source: "{#Build}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Icons}\doorbraak-bestand.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Doorbraak"; Filename: "{app}\Doorbraak.exe"

[Registry]
; Under the person, or under the computer with /ALLUSERS.
Root: HKA; Subkey: "Software\Classes\.doorbraak"; ValueType: string; ValueData: "Doorbraak.bestand"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Doorbraak.bestand"; ValueType: string; ValueData: "Verzegeld bestand van Doorbraak"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Doorbraak.bestand\DefaultIcon"; ValueType: string; ValueData: "{app}\doorbraak-bestand.ico"
Root: HKA; Subkey: "Software\Classes\Doorbraak.bestand\shell\open\command"; ValueType: string; ValueData: """{app}\Doorbraak.exe"" --open ""%1"""

[Run]
; What was installed says itself whether it is whole; a failure is in the log (/LOG).
Filename: "{app}\doorbraak-opdracht.exe"; Parameters: "selftest"; Flags: runhidden logoutput
Filename: "{app}\Doorbraak.exe"; Description: "Doorbraak starten"; Flags: postinstall nowait skipifsilent

; Nothing under [UninstallDelete]: the workspace with dossiers, its copies and the policy file are not ours to remove.
