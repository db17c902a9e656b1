// Package playground makes the static site that runs Python in the page, and serves it.
//
//	web's sources -> type check (tsc) -> scripts and styles (esbuild) -> site -> compressed -> a folder, or HTTP
//
// The site holds the playground, and the JavaScript library for pages of others. It needs nothing of a host
// but that it serves files: all addresses in it are relative, and no special header is asked for. Files whose
// name carries a hash of their contents never change; all others are small.
//
// A [Comparer] beside the site runs programs of the page in the sandbox, and says where the page got something else.
package playground
