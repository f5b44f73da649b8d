"""From findings to paper and screen: compose decides who sees what, the rest draws."""
