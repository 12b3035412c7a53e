"""python -m kg.docs FOLDER: write the pages of the ontology."""

import sys
from pathlib import Path

from . import write_pages

if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
