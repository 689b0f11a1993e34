#include <new>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "machine.h"

using namespace mooring;
using namespace mooring::wasm;

// The functions that the host calls. One instance of this module holds all boards.

namespace {

struct Played {
	Played(uint32_t number, const Start &how, const Crypto &crypto)
		: start(how), hal(machine(number, start)), board(hal, crypto) {}

	const Start start;
	const Hal hal;
	Board board;
};

/** Room for one board; free slots form a list. */
union Slot {
	Slot *next;
	alignas(Played) uint8_t room[sizeof(Played)];
};

/** Not longer, since the host's clock may be set meanwhile. */
constexpr Time LONGEST_SLEEP_MS = 3'600'000;

constexpr size_t PAGE_BYTES = 0x10000;
/** Room is made for this many boards at once, which fills whole pages with little waste. */
constexpr size_t SLOTS_AT_ONCE = 16;
constexpr size_t PAGES_AT_ONCE = (SLOTS_AT_ONCE * sizeof(Slot) + PAGE_BYTES - 1) / PAGE_BYTES;

Slot *free_slots = nullptr;
Start start;

void make_room() {
	const size_t page = __builtin_wasm_memory_grow(0, PAGES_AT_ONCE);
	if (page == SIZE_MAX) return;
	Slot *slots = reinterpret_cast<Slot *>(page * PAGE_BYTES);
	for (size_t i = 0; i < PAGES_AT_ONCE * PAGE_BYTES / sizeof(Slot); i++) {
		slots[i].next = free_slots;
		free_slots = &slots[i];
	}
}

} // namespace

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

/** Where the host writes how to start the next board. */
EXPORT(start) Start *board_start() { return &start; }

/** Takes room for a board; nullptr if there is no memory. */
EXPORT(take) Slot *board_take() {
	if (free_slots == nullptr) make_room();
	Slot *slot = free_slots;
	if (slot != nullptr) free_slots = slot->next;
	return slot;
}

/** Power on, in a slot that was taken. */
EXPORT(boot) void board_boot(Slot *slot, uint32_t number) {
	static const Crypto crypto = sodium_crypto();
	Played *played = new (slot->room) Played(number, start, crypto);
	played->board.boot();
}

/** Does what is due. Answers in how many ms it wants to be called again; sooner if something comes. */
EXPORT(step) uint32_t board_step(Played *played) {
	played->board.step();
	const Hal &hal = played->hal;
	const Time left = played->board.next_due() - static_cast<Time>(hal.monotonic_ms(hal.context));
	return left < 0 ? 0 : static_cast<uint32_t>(left < LONGEST_SLEEP_MS ? left : LONGEST_SLEEP_MS);
}

/** Switches off with a goodbye: go on calling step(). */
EXPORT(shut_down) void board_shut_down(Played *played) { played->board.shut_down(); }

EXPORT(is_off) bool board_is_off(const Played *played) { return played->board.is_off(); }

/** Power off at any moment, even after a crash. Wipes the slot, so that keys do not stay in memory. */
EXPORT(give_back) void board_give_back(Slot *slot) {
	wipe(slot, sizeof *slot);
	slot->next = free_slots;
	free_slots = slot;
}
