#!/usr/bin/env bash
# Builds Ayni, plays a sample season into a hub of its own, and opens the app as somebody of that season. Everything
# it needs on a bare Debian 12, packages included; quick the second time.
#
#   platforms/linux/run.sh [--as entrepreneur|mentor|coordinator] [--lang es|fr|en] [--screenshots DIR]
#
# The season lives in build/season (or in the folder that AYNI_DATA names); delete the folder to begin again.
# Without a display, or with --screenshots, pictures of the main pages are written instead.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=platforms/linux/packages.sh
. "$root/platforms/linux/packages.sh"

usage() {
    printf 'usage: platforms/linux/run.sh [--as entrepreneur|mentor|coordinator] [--lang es|fr|en] %s\n' \
        '[--screenshots DIR]' >&2
    exit 2
}

refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}

who=p-rosario
app_options=()
pictures=''
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case "$1=$2" in
    --as=entrepreneur) who=p-rosario ;;
    --as=mentor) who=p-maude ;;
    --as=coordinator) who=p-maite ;;
    --lang=es | --lang=fr | --lang=en) app_options+=(--lang "$2") ;;
    --screenshots=?*) pictures=$(realpath -m -- "$2") ;;
    *) usage ;;
    esac
    shift 2
done

data=$(realpath -m -- "${AYNI_DATA:-$root/build/season}")
bin="$root/build/release/bin"
# The season's profiles are encrypted as any are; their keys lie here, and not in the keyring of who looks around.
export AYNI_KEYS="$data/keys"
cd "$root"

ayni_install_packages
ayni_prepare_build
ayni_say "building (preset release; some minutes the first time)"
if [ ! build/release/build.ninja -nt CMakePresets.json ]; then
    cmake --preset release --log-level=WARNING
fi
cmake --build --preset release -j "$(nproc)" --target ayni aynictl ayni-hub

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port of the loopback that stays this season's: the profiles remember where their hub is.
choose_port() {
    local port
    for _ in {1..50}; do
        port=$((20000 + RANDOM % 12000))
        if is_free "$port"; then
            printf '%s\n' "$port" >"$data/port"
            return 0
        fi
    done
    refuse "No free port was found on this machine: close some programs, then start this again."
}

hub=''
stop_hub() {
    if [ -n "$hub" ]; then
        kill "$hub" 2>/dev/null || true
        wait "$hub" 2>/dev/null || true
        rm -f "$data/hub.pid"
        hub=''
    fi
}
trap stop_hub EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# A hub that outlived its run.sh (which was killed, say) is ours to end; anything else on that number isn't.
end_left_over_hub() {
    local pid
    if pid=$(cat "$data/hub.pid" 2>/dev/null) && grep -qzxF -- "$data/hub" "/proc/$pid/cmdline" 2>/dev/null; then
        kill "$pid" 2>/dev/null || true
        for _ in {1..100}; do
            [ -e "/proc/$pid" ] || break
            sleep 0.1
        done
    fi
}

start_hub() {
    local port
    port=$(<"$data/port")
    is_free "$port" || refuse "Another program uses port $port, which is this season's. End it, or delete $data to" \
        "begin the season again."
    ayni_say "starting the hub on 127.0.0.1:$port (it writes to $data/hub.log)"
    "$bin/ayni-hub" serve --data "$data/hub" --listen "127.0.0.1:$port" >"$data/hub.log" 2>&1 9>&- &
    hub=$!
    printf '%s\n' "$hub" >"$data/hub.pid"
    for _ in {1..100}; do
        if grep -q '^listening on' "$data/hub.log"; then
            return 0
        fi
        kill -0 "$hub" 2>/dev/null || refuse "The hub stopped at once: $(tail -n 1 "$data/hub.log")"
        sleep 0.1
    done
    refuse "The hub didn't answer within 10 seconds; $data/hub.log says why."
}

# Makes what isn't there yet. Interrupted anywhere, it goes on from there the next time.
make_season() {
    [ -e "$data/port" ] || choose_port
    if [ ! -e "$data/hub" ]; then
        ayni_say "making a hub in $data/hub"
        rm -rf "$data/hub.new"
        "$bin/ayni-hub" init --data "$data/hub.new" --name 'Ayni, sample season' \
            --coordinator "Maïté L'Écuyer-Ouimet" --lang fr --url "http://127.0.0.1:$(<"$data/port")" \
            >"$data/invitation" 2>"$data/hub.log" ||
            refuse "The hub couldn't be made: $(tail -n 1 "$data/hub.log")"
        mv "$data/hub.new" "$data/hub"
    fi
    start_hub
    if [ ! -e "$data/played" ]; then
        ayni_say "playing the season of Santa Cruz, each woman on a phone of her own (once, a minute at most)"
        "$bin/aynictl" --lang en play "$root/tests/data/santa-cruz" --hub "$(<"$data/invitation")" \
            --profiles "$data/profiles" 9>&-
        : >"$data/played"
    fi
}

if [ -d "$data" ] && [ ! -e "$data/lock" ] && [ -n "$(ls -A "$data")" ]; then
    refuse "$data holds something else already. Give AYNI_DATA another folder, or empty this one."
fi
mkdir -p "$data"
exec 9>"$data/lock"
if flock -n 9; then
    end_left_over_hub
    make_season
elif [ -e "$data/played" ]; then
    ayni_say "another run.sh has this season's hub open, and will stop it when it ends"
else
    refuse "Another run.sh is making this season just now: wait until it has opened the app, then start this again."
fi

profile="$data/profiles/$who"
if [ -z "$pictures" ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    pictures="$root/build/screenshots"
    ayni_say "there is no display here: writing pictures of the main pages instead"
fi
if [ -z "$pictures" ]; then
    ayni_say "opening Ayni as $who; close the window to end"
    "$bin/ayni" --profile "$profile" "${app_options[@]}" 9>&-
else
    mkdir -p "$pictures"
    [ -d "$data/run" ] || mkdir -m 0700 "$data/run"
    XDG_RUNTIME_DIR="$data/run" QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software \
        "$bin/ayni" --profile "$profile" "${app_options[@]}" --screenshots "$pictures" 9>&-
fi
