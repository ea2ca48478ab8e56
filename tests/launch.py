"""Start a script as several processes of ``accelerate launch --cpu``, as on a cluster without GPUs."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def launch(script: Path, *arguments: str, processes: int = 2) -> str:
    """What the first process printed. ``core`` and ``tests`` can be imported; one thread each.

    Accelerate starts one process per call on a processor; the others are told apart by ``RANK``.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "accelerate.commands.launch", "--cpu", "--num_processes", "1", "--num_machines"]
    command += ["1", "--mixed_precision", "no", "--dynamo_backend", "no", "--num_cpu_threads_per_process", "1"]
    started = []
    for rank in range(processes):
        place = {"RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": processes, "LOCAL_WORLD_SIZE": processes}
        env = os.environ | {name: str(value) for name, value in place.items()}
        env |= {"PYTHONPATH": str(ROOT), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
        started.append(
            subprocess.Popen(
                [*command, str(script), *arguments],
                env=env,
                cwd=ROOT,
                text=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
    said = [process.communicate(timeout=300) for process in started]
    assert not any(process.returncode for process in started), "\n".join(errors for _, errors in said)
    return said[0][0]
