"""Signatures made by one side are verified by the other."""
import pathlib
import tempfile

from age import content
from harness import Run, find


def keys(run, program, folder, password):
    public, secret = folder / "key.pub", folder / "key.sec"
    flags = [] if password else ["-W"]
    typed = f"{password}\n{password}\n".encode() if password else b""
    made = run.program(program, "-G", "-f", *flags, "-p", public, "-s", secret, stdin=typed)
    run.equal("minisign makes keys", made.returncode, 0)
    return public, secret


def both_ways(run, program, folder, password):
    public, secret = keys(run, program, folder, password)
    environment = {"MOTCUA_PASSPHRASE": password}
    name = "with a password" if password else "without a password"
    for size in (0, 1, 65536, 1 << 20):
        file, signature = folder / "file", folder / "file.minisig"
        file.write_bytes(content(size))
        signature.unlink(missing_ok=True)
        made = run.motcua("sign", "-s", secret, "-t", "hồ sơ 99", file, env=environment)
        run.equal(f"we sign {size} bytes {name}", (made.returncode, made.stderr), (0, b""))
        seen = run.program(program, "-V", "-p", public, "-m", file)
        run.check(f"minisign verifies ours, {size} bytes {name}",
                  seen.returncode == 0 and "hồ sơ 99".encode() in seen.stdout, seen.stderr)
        signature.unlink()
        run.program(program, "-S", "-H", "-s", secret, "-m", file,
                    stdin=f"{password}\n".encode())
        for key in (str(public), public.read_text().splitlines()[1]):
            seen = run.motcua("verify", "-p", key, file)
            run.equal(f"we verify minisign's, {size} bytes {name}", seen.returncode, 0)
    return public, secret, file, signature


def refusals(run, program, folder, public, secret, file, signature):
    good, text = file.read_bytes(), signature.read_text()
    file.write_bytes(good + b"x")
    run.equal("a changed file", run.motcua("verify", "-p", public, file).returncode, 1)
    file.write_bytes(good)
    signature.write_text(text.replace("trusted comment: timestamp", "trusted comment: Timestamp"))
    run.equal("a changed comment", run.motcua("verify", "-p", public, file).returncode, 1)
    signature.write_text(text + "more\n")
    run.equal("something after the signature",
              run.motcua("verify", "-p", public, file).returncode, 1)
    signature.write_text(text)
    run.equal("the signature restored", run.motcua("verify", "-p", public, file).returncode, 0)
    legacy = run.program(program, "-S", "-l", "-s", secret, "-m", file, "-x", signature)
    run.equal("minisign signs the old way", legacy.returncode, 0)
    seen = run.motcua("verify", "-p", public, file)
    run.check("a signature without prehash is refused",
              seen.returncode == 1 and b"prehash" in seen.stderr, seen.stderr)
    seen = run.motcua("verify", "--legacy", "-p", public, file)
    run.equal("and read where it is asked for", seen.returncode, 0)
    file.write_bytes(good + b"x")
    seen = run.motcua("verify", "--legacy", "-p", public, file)
    run.equal("but not over another file", seen.returncode, 1)
    file.write_bytes(good)
    signature.write_text(text)
    seen = run.motcua("verify", "--legacy", "-p", public, file)
    run.equal("a current one holds with --legacy, too", seen.returncode, 0)
    with tempfile.TemporaryDirectory() as other:
        stranger, _ = keys(run, program, pathlib.Path(other), "")
        run.equal("another key", run.motcua("verify", "-p", stranger, file).returncode, 1)
    signature.unlink()
    run.equal("no signature", run.motcua("verify", "-p", public, file).returncode, 1)


def run_all(run: Run):
    program = find("minisign")
    if not program:
        print("minisign: skipped, it is not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        both_ways(run, program, folder, "mot cua")
        wrong = run.motcua("sign", "-s", folder / "key.sec", folder / "file",
                           env={"MOTCUA_PASSPHRASE": "khac"})
        run.equal("a wrong password", wrong.returncode, 10)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        refusals(run, program, folder, *both_ways(run, program, folder, ""))
