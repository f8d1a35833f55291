#!/usr/bin/env bash
# Runs the fuzzers: each target for so many seconds (60 if not said), one after the other.
#
#   tests/fuzz/run.sh [SECONDS [TARGET…]]
#
# Needs clang and its libFuzzer (Debian 12: clang, libclang-rt-14-dev). What is worth keeping to begin with next time lies in
# build/fuzz/corpus/TARGET; what made a target fail, in build/fuzz/found/TARGET: mend it, and put the smallest into
# tests/fuzz/found/TARGET, where the ordinary tests run it from then on. Ends with 1 if anything was found.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seconds=${1:-60}
[ $# -eq 0 ] || shift
cd "$root"

cmake --preset fuzz -DAYNI_TESTS=ON >/dev/null
cmake --build --preset fuzz -j "${AYNI_JOBS:-$(nproc)}" --target ayni_fuzzer
fuzzer=build/fuzz/tests/bin/ayni_fuzzer

targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(AYNI_FUZZ_TARGET=all "$fuzzer")

bad=0
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target
    found=build/fuzz/found/$target
    mkdir -p "$corpus" "$found"
    export AYNI_FUZZ_TARGET=$target AYNI_FUZZ_SEEDS=$corpus
    if "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
        -verbosity=0 -artifact_prefix="$found/" "$corpus" >"$found.log" 2>&1; then
        printf '%-16s %12s executions\n' "$target" "$(awk '/number_of_executed_units/ { print $2 }' "$found.log")"
    else
        printf '%-16s FOUND SOMETHING: %s\n' "$target" "$found.log"
        bad=1
    fi
done
exit $bad
