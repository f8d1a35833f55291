#include "platforms/linux/aynictl/arguments.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace ayni::shell {

CLI::App* add_bare(CLI::App& app, Context& context, const char* name, const char* help, int (*act)(Context&)) {
    auto* command = app.add_subcommand(name, help);
    command->callback([&context, act] { context.command = act; });
    return command;
}

CLI::App* add_with_word(CLI::App& app, Context& context, const char* name, const char* help, const char* word,
                        int (*act)(Context&, const std::string&)) {
    auto* command = app.add_subcommand(name, help);
    auto text = std::make_shared<std::string>();
    command->add_option(word, *text)->required()->type_name("");
    command->callback([&context, text, act] { context.command = [text, act](Context& c) { return act(c, *text); }; });
    return command;
}

}  // namespace ayni::shell
