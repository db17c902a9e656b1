// Package source obtains pinned releases as verified trees on disk: MicroPython's, which every build compiles, and CPython's
// Lib, for modules that are frozen as they are and for the suite of tests that judges the language.
//
// [Fetch] asks, in this order: a path that the user gave; the cache; upstream's archives over HTTPS;
// Debian's source package through apt. Whatever answers, only the files that a build uses are
// unpacked, into a folder beside the cache entry; their digest must be the one committed in
// project.go; then the folder is renamed into place. The digest is checked again, in full, on each
// later use of the entry: 2,694 files cost about 50 ms.
//
// The digest is golang.org/x/mod's "h1:" hash over the slash-separated names below the tree's root. It
// can be computed by hand in an unpacked release:
//
//	find LICENSE py extmod shared tests tools mpy-cross \
//	    lib/littlefs lib/re1.5 lib/uzlib lib/libm lib/libm_dbl lib/crypto-algorithms \
//	    -type f -not -path '*/.*' -not -name '*.vcxproj' |
//	    LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-64 | xxd -r -p | base64
//
// and for CPython of
//
//	find LICENSE Include/patchlevel.h Lib -type f -not -path '*/.*' \
//	    -not -path 'Lib/ensurepip/*' -not -path 'Lib/idlelib/*' -not -path 'Lib/test/wheeldata/*' \
//	    -not -path 'Lib/tkinter/*' -not -path 'Lib/turtledemo/*'
//
// # Rationale
//
// Why a digest of the tree and not of an archive? The providers pack the same files differently:
// GitHub packs a tag when asked and does not promise the same bytes next year, Debian repacks to leave
// one firmware file out, a user has a git checkout. The tree is what reaches the compiler, so the
// tree is what is pinned, and it does not matter who delivered it: a provider is only a way to save
// time. An archive whose own digest is published is checked against that as well, before it is
// decompressed.
//
// Why those files? They are what our port compiles, what generates its headers, and the tests. Left out
// inside those folders is what differs between honest copies: names that start with a dot (git's own
// files, which packers keep or drop), what a build leaves in a checkout (__pycache__, mpy-cross/build,
// tests/results), and *.vcxproj, whose line endings git chooses at checkout. File modes do not count:
// upstream's scripts are run by naming the interpreter. No file of the set is a link, so links are
// refused there instead of being resolved.
//
// Why not Lib/ensurepip and others of CPython's? They hold binaries or programs with windows, which nothing here can use.
//
// Why GitHub's archive of the tag first, and upstream's release archive only after it? The release
// archive holds all submodules (56 MB compressed for 1.17, more since), of which nothing is used here;
// the tag holds none, about 8 MB. Debian's archive is made from the tag's, so the two agree by
// construction. The release archive on upstream's own site is the second address, on another host.
//
// Why a private apt configuration? The machine's apt knows a mirror that can be reached from here, and
// checks signatures; but its package lists, its choice of suites and its hooks are the owner's. Only
// what says how to reach the network (proxies, credentials) is kept.
package source
