import type { Board } from '../../../protocol/dashboard/boards.ts';
import { flashStepWords } from '../../../protocol/dashboard/board-words/flash-steps.ts';
import { hex } from '../manifest.ts';

/** The only file of the project with secrets of the household. */
export const SECRETS_FILE = 'secrets/board.mooring';
export const UPLOAD_SCRIPT = 'upload_config.py';

/** The version that the hub's own images are built with. */
export const INSTALL_PLATFORMIO = 'pip install -c constraints.txt platformio==6.1.19';

/**
 * Makes PlatformIO write the config file together with the firmware, so that the board enters its boot loader only
 * once.
 */
export function uploadScript({ chip, flash }: Board): string {
	// An ESP8266 verifies its whole image at every start, so esptool must not adapt the flash size in the header.
	const keep = chip === 'ESP8266' ? '"--flash_size", "keep", ' : '';
	return `# Writes ${SECRETS_FILE} to its place in the board's flash, together with the firmware.
Import("env")

if env.subst("$UPLOAD_PROTOCOL") == "esptool":
    env.Append(UPLOADERFLAGS=[${keep}"${hex(flash!.configOffset)}", '"$PROJECT_DIR/${SECRETS_FILE}"'])
`;
}

export function projectReadme(board: Board, name: string): string {
	return `# ${name}

The firmware of one board, ready to be built and flashed: ${board.name}.

1. Install PlatformIO: the extension "PlatformIO IDE" of Visual Studio Code, or in a shell, in this folder,
   \`${INSTALL_PLATFORMIO}\`.
2. ${hasUsb(board) ? PLUG_IT_IN : wireIt(board)}
3. Open this folder in Visual Studio Code and press the arrow "PlatformIO: Upload" at the bottom, or run here:

   \`\`\`sh
   pio run -e ${board.id} -t upload
   \`\`\`

The first build downloads the compiler, which takes a few minutes. Then the board starts, joins your Wi-Fi and appears in
My devices by itself. To watch it do so: \`pio device monitor\`.

## Keep it to yourself

\`${SECRETS_FILE}\` holds this board's registration key and the password of your Wi-Fi. It is in no other file of this folder.
Do not share it, and do not put it on the internet. The key works for 24 hours; afterwards make a new one in the dashboard,
download the board's config file there, save it under the same name, and upload again.

## If it does not work

- No port appears: its driver may be missing, CH340 (wch-ic.com) or CP210x (silabs.com), as printed on the little chip beside
  the USB socket. On Linux your user must be in the group \`dialout\` (or \`uucp\`).
- It cannot connect to the board: ${hasUsb(board) ? 'hold its BOOT or FLASH button while the upload begins.' : 'it did not wait for the upload when it got its power, or TX and RX are swapped.'}
- The firmware does not build: the dashboard's page of this board may offer a ready image, which needs no compiler.
`;
}

const PLUG_IT_IN =
	'Plug the board in with a USB cable that carries data. Some only charge: if no port appears, try another one.';
/** What to do before the upload, as the dashboard says it, too. */
function wireIt({ flashing }: Board): string {
	const steps = flashing.filter(({ code }) => code !== 'close').map((step) => `   - ${flashStepWords(step)}`);
	return `Connect the board:\n\n${steps.join('\n')}\n\n   Afterwards give it its power anew.`;
}

/** Otherwise it is flashed through an adapter at its serial pins. */
export function hasUsb({ flashing }: Board): boolean {
	return flashing.some(({ code }) => code === 'usb');
}
