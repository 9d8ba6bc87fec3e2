# lib.sh - what as-root and as-user have in common. To be sourced.
#
# Each check prints one line as Qt Test does (tests/tools/count-tests). What comes later builds on what was before, so the first
# failure ends it.
slow=${LAB_SLOW:-1}
log=$(mktemp)
pass() { echo "PASS   : $*"; }
fail() {
    echo "FAIL!  : $*"
    tail -n 60 "$log"
    exit 1
}

# does WHAT COMMAND...: a check whose command has to end well. What it says is in $log.
does() {
    local what=$1
    shift
    "$@" >"$log" 2>&1 || fail "$what: $* ended with $?"
    pass "$what"
}

# says WHAT PATTERN: what the last command said has to hold the extended pattern.
says() { grep -qE -- "$2" "$log" || fail "$1: no line with $2"; pass "$1"; }

# comes SECONDS COMMAND...: wait until it succeeds; seconds of an ordinary computer.
comes() {
    local end=$((SECONDS + $1 * slow))
    shift
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.5
    done
}
