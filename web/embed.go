// Package web holds what runs in the page, and names the npm packages that mpwasm builds with.
//
// Only the pins are here so far: the compiler and the optimiser are npm packages, and the lock
// file beside this one says which versions and with which digests.
package web

import "embed"

// Packages holds package.json, package-lock.json and .npmrc: all that `npm ci` reads.
//
//go:embed package.json package-lock.json .npmrc
var Packages embed.FS
