import type { Board } from '../../../protocol/dashboard.ts';
import { hex } from '../manifest.ts';

/** The one file of the project that is somebody's own. */
export const SECRETS_FILE = 'secrets/board.mooring';
export const UPLOAD_SCRIPT = 'write_config.py';

/** Runs before PlatformIO writes the firmware, so that the board finds its config at its first start. */
export function uploadScript({ flash, chip }: Board): string {
	return `# Writes ${SECRETS_FILE} to its place in the board's flash, before each upload of the firmware.
import os

Import("env")

OFFSET = "${hex(flash!.configOffset)}"
FILE = os.path.join(env.subst("$PROJECT_DIR"), *"${SECRETS_FILE}".split("/"))
ESPTOOL = os.path.join(env.PioPlatform().get_package_dir("tool-esptoolpy") or "", "esptool.py")


def write_config(source, target, env):
    env.AutodetectUploadPort()
    command = [
        '"$PYTHONEXE"', f'"{ESPTOOL}"', "--chip", "${chip.toLowerCase().replaceAll('-', '')}",
        "--port", '"$UPLOAD_PORT"', "--baud", "$UPLOAD_SPEED",
        "write_flash", OFFSET, f'"{FILE}"',
    ]
    return env.Execute(env.VerboseAction(" ".join(command), "Writing the config file at " + OFFSET))


env.AddPreAction("upload", write_config)
`;
}

export function projectReadme(board: Board, name: string): string {
	return `# ${name}

The firmware of one board, ready to be built and flashed: ${board.name}.

1. Install PlatformIO: the extension "PlatformIO IDE" of Visual Studio Code, or in a shell \`pip install platformio\`.
2. Plug the board in with a USB cable that carries data. Some only charge: if no port appears, try another one.
3. Open this folder in Visual Studio Code and press the arrow "PlatformIO: Upload" at the bottom, or run here:

   \`\`\`sh
   pio run -e ${board.id} -t upload
   \`\`\`

The first build downloads the compiler, which takes a few minutes. Then the board starts, joins your Wi-Fi and appears in
My devices by itself. To watch it do so: \`pio device monitor\`.

## Keep it to yourself

\`${SECRETS_FILE}\` holds this board's registration key and the password of your Wi-Fi. It is in no other file of this folder.
Do not share it, and do not put it on the internet. The key works for 24 hours; afterwards make a new one in the dashboard,
download the board's config file there and save it under the same name.

If the board shows no port, its driver may be missing: CH340 (wch-ic.com) or CP210x (silabs.com), as printed on the little
chip beside the USB socket.
`;
}
