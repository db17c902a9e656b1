// Package web holds what runs in the page, and names the npm packages that mpwasm uses: those that the
// artifact is built with, and those that the page is made of and checked with.
package web

import "embed"

// PackageLock is the lock file of all of them: which versions, and with which digests.
//
//go:embed package-lock.json
var PackageLock []byte

// Sources is the JavaScript library in TypeScript (src, whose index.ts is its surface), the program that serves it
// in Node.js (node), the page (playground), custom elements for pages of others (embed), the page that conformance tests run in (conformance), and examples of the library.
//
//go:embed src node playground embed examples conformance tsconfig.json package.json
var Sources embed.FS
