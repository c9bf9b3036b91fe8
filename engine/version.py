"""The version of gouji, said here only; packaging reads it from here."""

VERSION = "0.1.0"
