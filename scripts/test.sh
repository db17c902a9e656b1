#!/usr/bin/env bash
# The one test command: checks the code, runs all tests, builds the artifact and runs the conformance
# suite on it. Needs Go, Node.js with npm and Python 3; everything else is fetched.
#
#   scripts/test.sh          what CI runs
#   scripts/test.sh --full   also rebuilds the artifact from empty caches and compares the bytes, runs all of CPython's
#                            own tests of the language, the corpus in wazero's interpreter, and takes all cases of tests that
#                            otherwise take a sample
set -euo pipefail
cd "$(dirname "$0")/.."

full=false
case "${1:-}" in
"") ;;
--full)
	full=true
	export MPWASM_TEST_FULL=1
	;;
*)
	echo "usage: scripts/test.sh [--full]" >&2
	exit 2
	;;
esac

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# step TITLE COMMAND... runs a check and says how long it took; a failure is remembered, and the rest still runs.
step() {
	local title=$1 begin=$SECONDS
	shift
	echo "=== $title"
	if ! "$@"; then
		echo "--- FAILED: $title"
		failed=$((failed + 1))
	fi
	echo "    $((SECONDS - begin)) s"
}

formatted() {
	local files
	files=$(gofmt -l .)
	[ -z "$files" ] || { echo "not gofmt'ed:"; echo "$files"; return 1; }
}

# go_test FLAGS... runs Go tests; what fails is printed, what passes is counted, and the slowest are named.
go_test() {
	local log status=0
	log=$(mktemp "$out/go-XXXXXX.json")
	# Results are not cached: many tests depend on the artifact, which Go does not know of.
	go test -json -count=1 "$@" >"$log" || status=$?
	[ "$status" = 0 ] || go run ./scripts/testlog failures "$log"
	go run ./scripts/testlog slowest "$log"
	return "$status"
}

# install_browsers installs those that are missing, where this machine has Debian's packages and lets us.
install_browsers() {
	local missing=()
	command -v chromium >/dev/null || missing+=(chromium)
	command -v firefox-esr >/dev/null || missing+=(firefox-esr)
	command -v Xvfb >/dev/null || missing+=(xvfb)
	ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser >/dev/null 2>&1 || missing+=(libwebkit2gtk-4.1-0)
	command -v WebKitWebDriver >/dev/null || missing+=(webkit2gtk-driver)
	[ ${#missing[@]} -gt 0 ] || return 0
	command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
	echo "installing ${missing[*]}"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$out/apt" 2>&1 ||
		tail -n 5 "$out/apt"
}

# install_compiler installs what the build of the guest for this machine needs, likewise. The product needs no compiler.
install_compiler() {
	probe_compiler 2>/dev/null && return 0
	command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
	echo "installing clang, its runtime, gcc-multilib"
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends clang libclang-rt-dev llvm libc6-dev gcc-multilib >"$out/apt" 2>&1 ||
		tail -n 5 "$out/apt"
}

# probe_compiler tells whether 32-bit programs with sanitizers can be made.
probe_compiler() {
	echo 'int main(void) { return 0; }' | clang -m32 -fsanitize=address,undefined -x c - -o "$out/probe"
}

# conform_targets prints the targets of this machine. Chromium and Firefox are named whether they are here or not: on a machine
# that lacks them, the step says how to get them.
conform_targets() {
	local targets=wazero,node,chromium,firefox
	if $full; then targets+=,wazero-interpreter; fi
	if ls /usr/lib/*/webkit2gtk-4.1/MiniBrowser >/dev/null 2>&1 && command -v Xvfb >/dev/null; then
		targets+=,webkit
	fi
	echo "$targets"
}

step "gofmt" formatted
step "go vet" go vet ./...
step "staticcheck" go tool staticcheck ./...

step "browsers" install_browsers
step "compiler for the sanitizers" install_compiler

# The artifact, from a fresh clone: what most tests run on. The tests of the wasm model also read the
# compiler that came with it, as the largest module at hand.
step "build" go run ./cmd/mpwasm build
cache=${MPWASM_CACHE:-$(go run ./scripts/testlog cache)}
MPWASM_TEST_MODULES=$(find "$cache/npm" -name llvm.core.wasm | head -n 1)
export MPWASM_TEST_MODULES

# Packages whose tests run the real toolchain: LLVM under the race detector takes many minutes, and
# what they run in parallel is tested with the race detector in the packages below them.
real='/(builder|cmd/mpwasm|playground|web/library)$'
fast=$(go list ./... | grep -Ev "$real")
slow=$(go list ./... | grep -E "$real")
# Tests in which the race detector has nothing to find that others do not run, and which take minutes under it: those of one
# goroutine, those that build an artifact, and those whose sessions share nothing but the engine.
single='^(TestDeepRecursion|TestCallDepth|TestRealModules|TestResetLeavesNothing|TestClosedSessionsLeaveNothing|TestAssertsMutants|TestRunFile|TestNative(Reports|Mutants|FuelEndsAnywhere)|TestFuelEndsAnywhere'
single+='|TestEveryCall|TestEveryMethodChecksItsSelf|TestDamagedSnapshots|TestRandomSpills|TestMemoryGrowsToEveryLimit|TestGrowth|TestRecordings|TestMemoryAgainstAModel)$'
export MPWASM_TEST_NETWORK=1
# shellcheck disable=SC2086 # lists of packages
step "tests, with the race detector" go_test -race -timeout 20m -skip "$single" $fast
# shellcheck disable=SC2086
step "long tests, without the race detector" go_test -timeout 20m -run "$single" $fast
# shellcheck disable=SC2086
step "tests with the real toolchain" go_test -timeout 30m $slow

step "conformance" go run ./cmd/mpwasm conform --target "$(conform_targets)" --suite upstream,testdata/conformance,testdata/python --json "$out/conform.json"
# The interpreter takes as long for the corpus as the other engines together; it comes with --full.
$full || step "conformance of wazero's interpreter" go run ./cmd/mpwasm conform --target wazero,wazero-interpreter --suite upstream,testdata/conformance --json "$out/conform-interpreter.json"
# CPython's own tests of the language: files that take seconds, or all.
cpython_tests() {
	local filters=() file
	if $full; then
		filters=(--filter language)
	else
		for file in $(cat runtime/conformance/cpython/lists/sample.txt); do filters+=(--filter "$file"); done
	fi
	go run ./cmd/mpwasm conform --suite cpython "${filters[@]}"
}
step "CPython's own tests" cpython_tests
# The same C for this machine, under sanitizers. A machine without a compiler for it says so and goes on.
if probe_compiler 2>/dev/null; then
	step "conformance under sanitizers" go run ./cmd/mpwasm conform --target native --suite upstream,testdata/conformance,testdata/python --timeout 1m --json "$out/conform-native.json"
else
	echo "=== conformance under sanitizers: skipped, clang makes no 32-bit programs with sanitizers here (Debian: clang, libclang-rt-dev, gcc-multilib)"
fi

if $full; then
	step "rebuild from empty caches" go run ./cmd/mpwasm verify --rebuild
fi

[ "$failed" = 0 ] || echo "$failed steps failed"
go run ./scripts/testlog count "$out"/go-*.json "$out"/conform.json "$out"/conform-interpreter.json
[ "$failed" = 0 ]
