#!/usr/bin/env bash
# Puts the defects of list.txt into a copy of the tree, one at a time, and shows which test notices each.
#
#   tests/defects/run.sh [NAME…]         all, or those whose names contain one of these
#
# The copy lies beside the build, never in it; with ccache only what a defect touches is compiled anew. Ends with 1 if a defect
# was not caught: then a test is missing. AYNI_JOBS says how many compile at a time.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=${AYNI_DEFECTS_COPY:-$(mktemp -d "${TMPDIR:-/tmp}/ayni-defects-XXXXXX")}
jobs=${AYNI_JOBS:-$(nproc)}
export CCACHE_BASEDIR="$copy" CCACHE_NOHASHDIR=1
# Enough to notice, and no more: a defect that needs more histories than these is a defect of the generator.
export AYNI_HISTORIES=${AYNI_HISTORIES:-1500}
unset AYNI_SEED AYNI_FIRST

finish() {
    [ -n "${AYNI_DEFECTS_COPY:-}" ] || rm -rf "$copy"
}
trap finish EXIT

(cd "$root" && git ls-files -co --exclude-standard -z | tar --null -T - -cf -) | tar -C "$copy" -xf -
cd "$copy"
cmake --preset dev -DAYNI_TESTS=ON -DAYNI_APP=OFF >/dev/null

names=() files=() lines=() withs=() tests=()
while IFS= read -r row; do
    case "$row" in
    "name: "*) names+=("${row#name: }") ;;
    "file: "*) files+=("${row#file: }") ;;
    "line: "*) lines+=("${row#line: }") ;;
    "with: "*) withs+=("${row#with: }") ;;
    "test: "*) tests+=("${row#test: }") ;;
    esac
done <tests/defects/list.txt

wanted() {
    local name=$1 part
    shift
    [ $# -eq 0 ] && return 0
    for part in "$@"; do
        [[ $name == *"$part"* ]] && return 0
    done
    return 1
}

# Replaces the line, whatever blanks stand before it. Compares whole lines, so nothing in them means anything.
put_in() {
    LINE=$2 WITH=$3 awk '{
        bare = $0
        sub(/^[ \t]+/, "", bare)
        if (bare == ENVIRON["LINE"]) { print ENVIRON["WITH"]; ++found } else print
    } END { exit found == 1 ? 0 : 1 }' "$root/$1" >"$1.new" && cat "$1.new" >"$1"
    rm -f "$1.new"
}

build() {
    cmake --build --preset dev -j "$jobs" --target "$@" >build/defect.log 2>&1
}

# What is named "simulation" in the list lives through worlds; anything else is a program of tests.
target_of() {
    [ "$1" = simulation ] && echo ayni_simulation || echo "$1_test"
}
arguments_of() {
    [ "$1" = simulation ] && echo "--from 1 --count 400" || echo --abort
}

# Prints what noticed the defect. 1: nothing did. A test that turns in circles has noticed, by processor time, so that other
# work on the machine doesn't count; one that only waits has not.
noticed() {
    local program out status
    for program in "$@"; do
        status=0
        # shellcheck disable=SC2046
        out=$( (ulimit -v 4000000 && ulimit -t 300 &&
            timeout 1800 "build/dev/tests/bin/$(target_of "$program")" $(arguments_of "$program")) 2>&1) || status=$?
        [ "$status" -eq 0 ] || [ "$status" -eq 124 ] && continue
        if [ "$program" = simulation ]; then
            printf '%s: %s\n' "$program" "$(grep -am 1 BROKEN <<<"$out")"
            return 0
        fi
        # The line of dashes, then the name of the test case, which may go over more than one line.
        printf '%s: %s\n' "$program" \
            "$(awk '/^---/ { ++dashes; next } dashes == 1 { printf "%s%s", sep, $0; sep = " " } dashes == 2 { exit }' \
                <<<"$out" | sed 's/  */ /g')"
        return 0
    done
    return 1
}

all=$(printf '%s\n' "${tests[@]}" | tr ' ' '\n' | sort -u | while read -r program; do target_of "$program"; done)
# shellcheck disable=SC2086
build $all || { tail -n 20 build/defect.log >&2 && exit 2; }

caught=0 missed=0
for i in "${!names[@]}"; do
    wanted "${names[$i]}" "$@" || continue
    put_in "${files[$i]}" "${lines[$i]}" "${withs[$i]}"
    read -ra programs <<<"${tests[$i]}"
    mapfile -t targets < <(for program in "${programs[@]}"; do target_of "$program"; done)
    if ! build "${targets[@]}"; then
        printf 'DOES NOT BUILD  %s\n' "${names[$i]}"
        grep -m 3 error build/defect.log || true
        missed=$((missed + 1))
    elif who=$(noticed "${programs[@]}"); then
        printf '%s\n    caught by %s\n' "${names[$i]}" "$who"
        caught=$((caught + 1))
    else
        printf 'NOT CAUGHT  %s\n' "${names[$i]}"
        missed=$((missed + 1))
    fi
    cat "$root/${files[$i]}" >"${files[$i]}"
done
printf '%d caught, %d not\n' "$caught" "$missed"
[ "$missed" -eq 0 ]
