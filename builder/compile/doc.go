// Package compile turns translation units into objects, or into preprocessed text, through a cache.
//
// A unit's result is a function of the compiler, the command line and the files that were read. Which
// files those are is known only after a first run (clang writes them into a depfile), so the cache
// has two levels, as cmd/go and make -MD do it:
//
//	command = hash(toolchain digest, mode, flags, source path)
//	deps    = cache[hash(command, contents of the source)]     the files that the last run read
//	result  = cache[hash(command, name and contents of each of deps)]
//
// A result is found only if every file that was read then holds the same bytes now. One case is not
// covered, as in every depfile scheme: a new header that would be found *earlier* on the include path
// than one that was read. The trees that we compile are pinned or embedded, and include directories
// are part of the command, so that a tree with such a header is another tree.
package compile
