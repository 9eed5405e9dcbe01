#!/bin/sh
# Installeert Doorbraak uit deze map. De map zelf kan daarna weg.
set -eu

uitleg() {
    cat <<'EINDE'
Gebruik: ./installeren.sh [--iedereen] [--terug | --weghalen]

  zonder opties   voor wie dit typt, onder ~/.local
  --iedereen      voor alle gebruikers van deze computer, onder /opt en /usr/local (als beheerder)
  --terug         zet de vorige uitgave terug; die van nu blijft staan
  --weghalen      haalt het programma weg

Er wordt niets gevraagd. De werkmap met dossiers blijft altijd staan. De laatste twee uitgaven worden bewaard.
EINDE
}

doe=installeren
iedereen=nee
for woord in "$@"; do
    case $woord in
        --iedereen) iedereen=ja ;;
        --terug | --weghalen) doe=${woord#--} ;;
        -h | --help) uitleg; exit 0 ;;
        *) uitleg >&2; exit 2 ;;
    esac
done

if [ "$iedereen" = ja ]; then
    plek=/opt/doorbraak
    delen=/usr/local/share
    opdrachten=/usr/local/bin
else
    delen=${XDG_DATA_HOME:-$HOME/.local/share}
    plek=$HOME/.local/lib/doorbraak
    opdrachten=$HOME/.local/bin
fi
menu=$delen/applications
soorten=$delen/mime/packages
tekens=$delen/icons/hicolor/scalable

bijwerken() {
    # Wat ontbreekt, hoeft niet: het bureaublad leest de mappen dan later zelf.
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$delen/mime" >/dev/null 2>&1 || :; fi
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$menu" >/dev/null 2>&1 || :; fi
}

if [ "$doe" = weghalen ]; then
    rm -rf "$plek"
    rm -f "$opdrachten/doorbraak" "$menu/doorbraak.desktop" "$soorten/doorbraak-bestand.xml"
    rm -f "$tekens/apps/doorbraak.svg" "$tekens/mimetypes/doorbraak-bestand.svg"
    bijwerken
    echo "Doorbraak is weg. De werkmap met dossiers staat er nog."
    exit 0
fi

if [ "$doe" = terug ]; then
    if [ ! -e "$plek/vorige" ]; then
        echo "Er is geen vorige uitgave. Er is niets veranderd." >&2
        exit 1
    fi
    nu=$(readlink "$plek/nu")
    ln -sfn "$(readlink "$plek/vorige")" "$plek/nu"
    ln -sfn "$nu" "$plek/vorige"
    echo "Terug naar uitgave $(readlink "$plek/nu"). Uitgave $nu staat er nog."
    exit 0
fi

hier=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
uitgave=$("$hier/doorbraak" --version)
uitgave=${uitgave##* }

mkdir -p "$plek" "$opdrachten" "$menu" "$soorten" "$tekens/apps" "$tekens/mimetypes"
# Eerst ernaast: wie dit afbreekt, houdt wat er was.
rm -rf "$plek/nieuw"
mkdir "$plek/nieuw"
cp -R "$hier/." "$plek/nieuw/"
"$plek/nieuw/doorbraak" selftest >/dev/null
oud=
if [ -L "$plek/nu" ]; then oud=$(readlink "$plek/nu"); fi
rm -rf "${plek:?}/$uitgave"
mv "$plek/nieuw" "$plek/$uitgave"
if [ -n "$oud" ] && [ "$oud" != "$uitgave" ]; then ln -sfn "$oud" "$plek/vorige"; fi
ln -sfn "$uitgave" "$plek/nu"
for map in "$plek"/*/; do
    naam=$(basename "$map")
    case $naam in
        nu | vorige | "$uitgave") ;;
        *) if [ "$naam" != "$(readlink "$plek/vorige" 2>/dev/null || :)" ]; then rm -rf "$map"; fi ;;
    esac
done

ln -sfn "$plek/nu/doorbraak" "$opdrachten/doorbraak"
# Zo kan het pad van iemands map ook een spatie, een % of een & bevatten.
pad=$(printf '%s' "$plek/nu/doorbraak" | sed -e 's/%/%%/g' -e 's/[\\&|]/\\&/g')
sed -e "s|@PROGRAMMA@|\"$pad\"|" "$plek/nu/doorbraak.desktop" >"$menu/doorbraak.desktop"
cp "$plek/nu/doorbraak-bestand.xml" "$soorten/doorbraak-bestand.xml"
cp "$plek/nu/doorbraak.svg" "$tekens/apps/doorbraak.svg"
cp "$plek/nu/doorbraak-bestand.svg" "$tekens/mimetypes/doorbraak-bestand.svg"
bijwerken
echo "Doorbraak $uitgave is geïnstalleerd in $plek. Start het uit het menu, of met: doorbraak"
