#include "../fake-sdk/chip_flash.h"

namespace mooring::test {

ChipFlash chip_flash;

} // namespace mooring::test
