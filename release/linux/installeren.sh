#!/bin/sh
# Installeert Doorbraak uit deze map. De map zelf kan daarna weg.
set -eu
umask 022 # anderen op deze computer mogen het programma lezen en starten; werkmappen zorgen voor zichzelf

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
    if [ "$(id -u)" = 0 ] && [ ! -O "$HOME" ]; then
        echo "Dit is de map van iemand anders. Typ het zonder sudo, of met --iedereen. Er is niets veranderd." >&2
        exit 1
    fi
    delen=${XDG_DATA_HOME:-$HOME/.local/share}
    plek=$HOME/.local/lib/doorbraak
    opdrachten=$HOME/.local/bin
fi
menu=$delen/applications
soorten=$delen/mime/packages
tekens=$delen/icons/hicolor/scalable

naar() {
    # De koppeling $2 wijst naar $1, van het ene moment op het andere.
    rm -f "$2.nieuw"
    ln -s "$1" "$2.nieuw"
    mv -fT "$2.nieuw" "$2"
}

uitgave_van() {
    # Dezelfde uitgave nog eens heet 0.1.0_2.
    echo "${1%%_*}"
}

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
    naar "$(readlink "$plek/vorige")" "$plek/nu"
    naar "$nu" "$plek/vorige"
    echo "Terug naar uitgave $(uitgave_van "$(readlink "$plek/nu")"). Uitgave $(uitgave_van "$nu") staat er nog."
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
chmod -R a+rX "$plek/nieuw"
"$plek/nieuw/doorbraak" selftest >/dev/null
oud=
if [ -L "$plek/nu" ]; then oud=$(readlink "$plek/nu"); fi
naam=$uitgave
keer=1
while [ -e "$plek/$naam" ] || [ -L "$plek/$naam" ]; do
    keer=$((keer + 1))
    naam=${uitgave}_$keer
done
mv "$plek/nieuw" "$plek/$naam"
if [ -n "$oud" ] && [ "$(uitgave_van "$oud")" != "$uitgave" ]; then naar "$oud" "$plek/vorige"; fi
naar "$naam" "$plek/nu"
# Wat niet van ons is, en waar een koppeling naar wijst, blijft staan.
vorige=$(readlink "$plek/vorige" 2>/dev/null || :)
for map in "$plek"/*; do
    deze=$(basename "$map")
    if [ -L "$map" ] || [ ! -d "$map/delen" ] || [ "$deze" = "$naam" ] || [ "$deze" = "$vorige" ]; then continue; fi
    rm -rf "$map"
done

naar "$plek/nu/doorbraak" "$opdrachten/doorbraak"
# Zo kan het pad van iemands map ook een spatie, een % of een & bevatten.
pad=$(printf '%s' "$plek/nu/doorbraak" | sed -e 's/%/%%/g' -e 's/[\\&|]/\\&/g')
# Eerst weg: staat er een koppeling, dan wordt niet overschreven waar die naar wijst.
rm -f "$menu/doorbraak.desktop" "$soorten/doorbraak-bestand.xml"
rm -f "$tekens/apps/doorbraak.svg" "$tekens/mimetypes/doorbraak-bestand.svg"
sed -e "s|@PROGRAMMA@|\"$pad\"|" "$plek/nu/doorbraak.desktop" >"$menu/doorbraak.desktop"
cp "$plek/nu/doorbraak-bestand.xml" "$soorten/doorbraak-bestand.xml"
cp "$plek/nu/doorbraak.svg" "$tekens/apps/doorbraak.svg"
cp "$plek/nu/doorbraak-bestand.svg" "$tekens/mimetypes/doorbraak-bestand.svg"
bijwerken
echo "Doorbraak $uitgave is geïnstalleerd in $plek. Start het uit het menu, of met: doorbraak"
