# nanopb's own build script installs protobuf and grpcio-tools by pip at every build, before it checks whether there is
# anything to generate. There is not: the messages are committed as C (core/generated). So the script is removed.
import json
import pathlib

Import("env")

for manifest in (pathlib.Path(env.subst("$PROJECT_LIBDEPS_DIR")) / env.subst("$PIOENV")).glob("*/library.json"):
    library = json.loads(manifest.read_text(encoding="utf-8"))
    if library.get("name", "").lower() == "nanopb" and library.get("build", {}).pop("extraScript", None):
        manifest.write_text(json.dumps(library, indent=2), encoding="utf-8")
