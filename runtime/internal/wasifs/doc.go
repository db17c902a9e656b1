// Package wasifs is what a guest sees of files: a tree in memory that it may write to, folders of the host that it may
// read, and its table of descriptors. It answers as WASI preview1 asks, and knows nothing of wasm.
//
// All of it is a plain value: paths, offsets, flags, contents. [FS.Clone] copies it at the price of its tables, since
// contents are shared until somebody writes, and [FS.State] is the part that can be stored. What a folder of the host
// holds is not part of it.
//
// README.md says what each call answers, for those who write the same for another host.
package wasifs
