"""The same task, seed and agent make the same session, in every process and on every database."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drills.drill_services import ROOT, WITHOUT_NETWORK
