live-too-many = Too many windows are open. Close some of them to go on.
