// reminders: what a phone would arm for the days to come.

#include "engine/programme/reminders.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/local_time.hpp"

namespace ayni::shell {
namespace {

using programme::Reminder;
using programme::ReminderKind;

struct Wanted {
    std::int64_t days = 30;
    std::string zone;
};

Phrase words_of(ReminderKind kind) {
    switch (kind) {
        case ReminderKind::session_tomorrow:
            return {"Mañana hay un encuentro", "Demain il y a une rencontre", "There is a meeting tomorrow"};
        case ReminderKind::session_soon:
            return {"Hay un encuentro en una hora", "Il y a une rencontre dans une heure",
                    "There is a meeting in an hour"};
        case ReminderKind::action_due:
            return {"Algo de su plan es para hoy", "Quelque chose de votre plan est pour aujourd'hui",
                    "Something of your plan is for today"};
    }
    return {"", "", ""};
}

int reminders(Context& context, const Wanted& wanted) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto offset = local_time(*store, wanted.zone);
    if (!offset) {
        return context.refuse({"No conozco la zona «{0}»: escríbala como America/La_Paz.",
                               "Le fuseau « {0} » n'est pas connu : écrivez-le comme America/Toronto.",
                               "The time zone \"{0}\" isn't known: write it like America/Toronto."},
                              {wanted.zone});
    }
    const std::int64_t now = store->clock().now_ms();
    const auto armed = programme::reminders(*store, now, now + wanted.days * day_ms, *offset);
    if (!armed) {
        return context.refuse(armed.error());
    }
    for (const Reminder& reminder : *armed) {
        if (context.json) {
            context.print({{"id", reminder.id},
                           {"at", time_text(reminder.at)},
                           {"key", code_of(reminder.kind)},
                           {"record", to_text(reminder.record)}});
        } else {
            std::cout << time_text(reminder.at) << "  " << say(context.lang(), words_of(reminder.kind)) << '\n';
        }
    }
    return good;
}

}  // namespace

void add_reminders(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("reminders", "what the phone will remind of, and when");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("--days", wanted->days, "how far ahead (30)")->check(CLI::Range(1, 3660))->type_name("N");
    command->add_option("--tz", wanted->zone, "another time zone than hers")->type_name("ZONE");
    command->callback([&context, wanted] { context.command = [wanted](Context& c) { return reminders(c, *wanted); }; });
}

}  // namespace ayni::shell
