//go:build tools

// Package tools keeps FerretDB's command among this module's requirements, so that go.sum pins all it is built from.
package tools

import _ "github.com/FerretDB/FerretDB/v2/cmd/ferretdb"
