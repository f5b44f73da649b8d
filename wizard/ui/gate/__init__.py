"""The gate before the answers: who may come in, when it falls, what it lets nobody leave behind."""
