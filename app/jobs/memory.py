"""How much memory this process has used at most, in bytes; without a package for it.

Strategy: Linux and macOS keep the peak of the resident memory (in KiB and in bytes), Windows that of the committed memory. Nothing is
measured often enough to cost anything.
"""

from __future__ import annotations

import sys

_KIB = 1024

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = [("cb", wintypes.DWORD), ("faults", wintypes.DWORD)] + [
            (name, ctypes.c_size_t)
            for name in (
                *("peak_working_set", "working_set", "quota_peak_paged", "quota_paged", "quota_peak_non_paged"),
                *("quota_non_paged", "pagefile", "peak_pagefile"),
            )
        ]

    def peak() -> int:
        """Peak of the committed memory."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = [wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD]
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.peak_pagefile)

else:
    import resource

    def peak() -> int:
        """Peak of the resident memory."""
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * _KIB
