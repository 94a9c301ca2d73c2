"""Anonymous surveys; wired when their screens exist."""
