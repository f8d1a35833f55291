#pragma once
// The commands of aynictl. Each `add_…` adds one subcommand (or a family) to the program: its words are read by
// CLI11, and its callback puts what is to be done into Context::command, which `main` runs once all was understood.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "engine/store/store.hpp"
#include "platforms/linux/profile.hpp"
#include "platforms/linux/sentences.hpp"
#include "platforms/linux/values.hpp"

namespace CLI {
class App;
}

namespace ayni::shell {

/// Exit codes: what scripts go by.
inline constexpr int good = 0;
inline constexpr int refused = 1;  // one line on stderr says what, and what to do
inline constexpr int misused = 2;  // the words of the command were not understood

/// What a command works with: the options that all commands have, the profile, and the two ways to speak.
class Context {
public:
    // Options
    std::string profile;
    bool json = false;
    std::string lang_wanted;
    std::string pin_from;          // a file with the PIN in its first line; "-": stdin
    const Clock* clock = nullptr;  // what time a command says it is; null: the machine's own

    std::function<int(Context&)> command;

    enum class If : std::uint8_t { there, not_there_make_it };
    /// Opens the profile (asking for its PIN if it has one); later calls give the same store. On a failure the sentence
    /// was said already: return `refused`.
    Store* open(If wanted = If::there);
    /// Recovers the profile if it is damaged, before anything opens it. None: it was said why not.
    std::optional<Recovery> recover();
    /// Writes what a recovery set aside locked into `to`, as it was. not_found, storage_corrupt: it isn't such a file.
    /// None: it was said why not.
    std::optional<Outcome> open_aside(const std::string& set_aside, const std::string& to);
    /// The PIN that the profile was opened with.
    [[nodiscard]] const std::optional<Pin>& pin() const { return pin_; }
    /// Where the opened profile's key lies, and whether it has a PIN.
    [[nodiscard]] LockFacts lock_facts() const;

    /// --lang; else the language of the person whose profile it is; else the environment's.
    [[nodiscard]] Lang lang();

    /// --profile was forgotten: says so, gives `misused`. (`play` alone has profiles of its own.)
    int misuse_profile();

    /// One object on one line of stdout.
    void print(const Json& object) const;
    /// Something worth knowing, on stderr; the command goes on.
    void notice(std::string_view sentence) const;
    /// The sentence on stderr; gives `refused`.
    int refuse(std::string_view sentence) const;
    int refuse(const Phrase& phrase, std::initializer_list<std::string_view> words = {});
    int refuse(const Failure& failure);
    int refuse(Refusal refusal);

private:
    [[nodiscard]] Store::Settings settings() const;
    /// False, and it was said: there is none.
    bool finds_profile();
    Store* refuse_to_open(const Failure& failure);
    /// Does it, and once more with the PIN if only that is missing. None: there is no profile or no PIN, as was said.
    template <class Attempt>
    auto with_pin(const Attempt& attempt) -> std::optional<decltype(attempt())>;
    /// From --pin-from or the terminal. None: it was said why.
    std::optional<Pin> ask_pin();
    std::optional<OpenProfile> opened_;
    std::optional<Pin> pin_;
    std::optional<Lang> lang_;
};

void add_join(CLI::App& app, Context& context);
void add_whoami(CLI::App& app, Context& context);
void add_status(CLI::App& app, Context& context);
void add_sync(CLI::App& app, Context& context);
void add_invite(CLI::App& app, Context& context);
void add_scopes(CLI::App& app, Context& context);
void add_list(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_add(CLI::App& app, Context& context);
void add_set(CLI::App& app, Context& context);
void add_remove(CLI::App& app, Context& context);
void add_restore(CLI::App& app, Context& context);
void add_removals(CLI::App& app, Context& context);
void add_undo(CLI::App& app, Context& context);
void add_attach(CLI::App& app, Context& context);
void add_fetch(CLI::App& app, Context& context);
void add_conflicts(CLI::App& app, Context& context);
void add_resolve(CLI::App& app, Context& context);
void add_tray(CLI::App& app, Context& context);
void add_check(CLI::App& app, Context& context);
void add_recover(CLI::App& app, Context& context);
void add_aside(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_prepare(CLI::App& app, Context& context);
void add_reminders(CLI::App& app, Context& context);
void add_calendar(CLI::App& app, Context& context);
void add_play(CLI::App& app, Context& context);
void add_carry(CLI::App& app, Context& context);
void add_pin(CLI::App& app, Context& context);

}  // namespace ayni::shell
