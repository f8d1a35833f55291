#!/usr/bin/env bash
# Builds Ayni and runs every test, packages included: on a bare Debian 12 this is all that is needed.
#
#   tests/run.sh [--preset dev|release|asan|tsan] [-R REGEX]
#
# Ends with ctest's own summary, and as ctest does.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=platforms/linux/packages.sh
. "$root/platforms/linux/packages.sh"

usage() {
    printf 'usage: tests/run.sh [--preset dev|release|asan|tsan] [-R REGEX]\n' >&2
    exit 2
}

preset=dev
choose=()
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case "$1" in
    --preset) preset=$2 ;;
    -R) choose=(-R "$2") ;;
    *) usage ;;
    esac
    shift 2
done
case "$preset" in dev | release | asan | tsan) ;; *) usage ;; esac

cd "$root"
ayni_install_packages "${ayni_test_packages[@]}"
ayni_prepare_build

ayni_say "configuring (preset $preset)"
cmake --preset "$preset" -DAYNI_TESTS=ON
ayni_say "building, $(nproc) at a time"
cmake --build --preset "$preset" -j "$(nproc)"

# A home of the tests' own, so that they never see or touch the person's.
home="$root/build/$preset/tests/home"
rm -rf "$home"
mkdir -p "$home"
mkdir -m 0700 "$home/run"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$home/run" LC_ALL=C.UTF-8
export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

ayni_say "testing"
exec ctest --preset "$preset" -j "$(nproc)" --no-tests=error "${choose[@]}"
