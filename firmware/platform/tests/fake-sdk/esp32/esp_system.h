#pragma once

[[noreturn]] void esp_restart();
