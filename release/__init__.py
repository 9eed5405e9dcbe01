"""What is handed out of a version: the wheel, the one-folder build with its installers, the list of parts, checksums.

Not of the program itself: nothing in doorbraak/ imports this.
"""
