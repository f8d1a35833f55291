#!/usr/bin/env bash
# A night's work: a million generated histories, and everything else that is made up from seeds a hundred times over.
#
#   tests/nightly.sh [HISTORIES] [FIRST]
#
# One program a core, in the release preset, each with seeds of its own. Ends with 1 if one of them found something; what it
# found, and the line that plays it again, is in build/release/nightly/*.log.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
all=${1:-1000000}
first=${2:-1}
cores=$(nproc)
each=$(((all + cores - 1) / cores))
logs="$root/build/release/nightly"

cd "$root"
cmake --preset release -DAYNI_TESTS=ON -DAYNI_APP=OFF >/dev/null
cmake --build --preset release -j "$cores" --target histories_test
mkdir -p "$logs"

runs=()
for ((core = 0; core < cores; ++core)); do
    AYNI_HISTORIES=$each AYNI_FIRST=$((first + core * each)) \
        build/release/tests/bin/histories_test --durations yes >"$logs/$core.log" 2>&1 &
    runs+=($!)
done
bad=0
for run in "${runs[@]}"; do
    wait "$run" || bad=1
done
tail -n 3 "$logs"/*.log
exit $bad
