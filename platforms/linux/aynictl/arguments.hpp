#pragma once
// Subcommands of the commonest shapes.

#include <string>

#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {

/// Nothing after it.
CLI::App* add_bare(CLI::App& app, Context& context, const char* name, const char* help, int (*act)(Context&));

/// One word after it.
CLI::App* add_with_word(CLI::App& app, Context& context, const char* name, const char* help, const char* word,
                        int (*act)(Context&, const std::string&));

}  // namespace ayni::shell
