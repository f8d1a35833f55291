#include "platforms/linux/hub/commands.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "engine/model/time.hpp"
#include "platforms/linux/hub/words.hpp"
#include "sync/hub/invitations.hpp"
#include "sync/hub/postgres/shared_depot.hpp"
#include "sync/hub/server.hpp"

namespace ayni::commands {
namespace {

using shell::Phrase;
using shell::say;

int refuse(const std::string& sentence) {
    std::cerr << sentence << '\n';
    return 1;
}

int refuse(const Common& common, const Failure& failure) {
    return refuse(shell::sentence_for(failure.fault, common.lang));
}

bool is_shared(const Common& common) {
    return !common.database.empty();
}

Result<std::unique_ptr<hub::Hub>> open_hub(const Common& common) {
    if (!is_shared(common)) {
        return hub::Hub::open(common.data);
    }
    AYNI_LET(depot, hub::SharedDepot::open(common.database));
    return hub::Hub::open(std::move(depot));
}

Result<std::string> found_hub(const Common& common, const hub::Founding& founding) {
    if (!is_shared(common)) {
        return hub::Hub::found(common.data, founding);
    }
    AYNI_LET(depot, hub::SharedDepot::open(common.database));
    return hub::Hub::found(std::move(depot), founding);
}

int refuse_to_open(const Common& common, const Failure& failure) {
    if (failure.fault == Fault::not_found) {
        return refuse(is_shared(common) ? say(common.lang, words::no_hub_in_database)
                                        : say(common.lang, words::no_hub_there, {common.data.string()}));
    }
    return is_shared(common) && failure.fault == Fault::unreachable
               ? refuse(say(common.lang, words::database_unreachable))
               : refuse(common, failure);
}

int with_hub(const Common& common, const std::function<int(hub::Hub&)>& work) {
    const auto opened = open_hub(common);
    return opened ? work(**opened) : refuse_to_open(common, opened.error());
}

// "127.0.0.1:8440", "[::1]:8440". Empty: that is no address with a port.
std::optional<std::pair<std::string, std::uint16_t>> parse_address(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc{} || end != digits.data() + digits.size() || host.empty()) {
        return std::nullopt;
    }
    return std::pair(std::string(host == "localhost" ? "127.0.0.1" : host), port);
}

bool is_loopback(std::string_view url) {
    const auto host = url.substr(std::min(url.size(), url.find("://") + 3));
    return host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
}

// One process serves a folder: each keeps in memory what it has numbered. Gone with the process, however that ends.
// A database is served by as many as like to.
class Serving {
public:
    explicit Serving(const Common& common)
        : file_(is_shared(common) ? -1
                                  : ::open((common.data / "hub.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
          may_(is_shared(common) || (file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0)) {}
    ~Serving() {
        if (file_ >= 0) {
            ::close(file_);
        }
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;
    [[nodiscard]] bool may() const { return may_; }

private:
    int file_;
    bool may_;
};

// Blocked before any thread is made, so that all inherit it and only `sigwait` hears.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

}  // namespace

int init(const Common& common, const hub::Founding& founding) {
    const auto link = found_hub(common, founding);
    if (!link) {
        switch (link.fault()) {
            case Fault::already_joined:
                return refuse(is_shared(common) ? say(common.lang, words::hub_in_database)
                                                : say(common.lang, words::hub_is_there, {common.data.string()}));
            case Fault::invalid: return refuse(say(common.lang, words::empty_name));
            default: return refuse_to_open(common, link.error());
        }
    }
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    std::cout << *link << '\n';
    std::cerr << say(common.lang, words::invited, {founding.coordinator, std::to_string(hub::invitation_ms / day_ms)})
              << '\n';
    return 0;
}

int serve(const Common& common, const Listening& listening) {
    const auto address = parse_address(listening.address);
    if (!address) {
        return refuse(say(common.lang, words::bad_address, {listening.address}));
    }
    const sigset_t signals = block_stop_signals();
    return with_hub(common, [&](hub::Hub& hub) {
        const Serving serving(common);
        if (!serving.may()) {
            return refuse(say(common.lang, words::hub_runs, {common.data.string()}));
        }
        hub::ServerSettings settings;
        settings.address = address->first;
        settings.port = address->second;
        settings.certificate = listening.certificate;
        settings.key = listening.key;
        settings.log = [](std::string_view line) { std::cerr << line << std::endl; };
        // Invitations of a hub that lives on this machine alone name the port that it really has. One of several says
        // what was said when the hub was made: where all of them are reached.
        settings.on_listening = [&](std::string_view url) {
            const bool moved = !is_shared(common) && is_loopback(url) && is_loopback(hub.url()) && url != hub.url();
            return moved ? hub.move_to(url) : Outcome(Done{});
        };
        const auto server = hub::Server::start(hub, settings);
        if (!server) {
            return server.fault() == Fault::invalid
                       ? refuse(say(common.lang, words::bad_certificate))
                       : refuse(say(common.lang, words::address_taken, {listening.address}));
        }
        std::cout << "listening on " << (*server)->url() << std::endl;
        int heard = 0;
        sigwait(&signals, &heard);
        (*server)->stop();
        const Outcome closed = hub.checkpoint();
        return closed ? 0 : refuse(common, closed.error());
    });
}

int check(const Common& common) {
    return with_hub(common, [&](hub::Hub& hub) {
        const auto lines = hub.check();
        if (!lines) {
            return refuse(common, lines.error());
        }
        for (const std::string& line : *lines) {
            std::cout << line << '\n';
        }
        const Phrase& verdict = lines->empty() ? words::all_is_well : words::not_well;
        std::cerr << say(common.lang, verdict, {std::to_string(lines->size())}) << '\n';
        return lines->empty() ? 0 : 1;
    });
}

int devices(const Common& common) {
    return with_hub(common, [&](hub::Hub& hub) {
        const auto accounts = hub.devices();
        if (!accounts) {
            return refuse(common, accounts.error());
        }
        for (const hub::Account& account : *accounts) {
            const std::string last_seen = account.last_seen == 0 ? std::string() : time_text(account.last_seen);
            if (common.json) {
                const nlohmann::ordered_json line{{"device", to_text(account.device)},
                                                  {"person", to_text(account.person)},
                                                  {"state", account.state},
                                                  {"model", account.model},
                                                  {"app_version", account.app_version},
                                                  {"joined", time_text(account.joined)},
                                                  {"last_seen", last_seen}};
                std::cout << line.dump() << '\n';
            } else {
                std::cout << to_text(account.device) << '\t' << account.state << '\t' << to_text(account.person) << '\t'
                          << (last_seen.empty() ? "-" : last_seen) << '\t' << account.model << '\n';
            }
        }
        if (accounts->empty()) {
            std::cerr << say(common.lang, words::no_devices) << '\n';
        }
        return 0;
    });
}

int quarantine(const Common& common) {
    return with_hub(common, [&](hub::Hub& hub) {
        const auto held = hub.quarantine();
        if (!held) {
            return refuse(common, held.error());
        }
        for (const hub::Quarantined& one : *held) {
            if (common.json) {
                const nlohmann::ordered_json line{{"scope", to_text(one.scope)}, {"device", to_text(one.device)},
                                                  {"first_seq", one.first_seq},  {"last_seq", one.last_seq},
                                                  {"came", time_text(one.at)},   {"bytes", one.bytes.size()}};
                std::cout << line.dump() << '\n';
            } else {
                std::cout << to_text(one.scope) << '\t' << to_text(one.device) << '\t' << one.first_seq << '-'
                          << one.last_seq << '\t' << time_text(one.at) << '\t' << one.bytes.size() << '\n';
            }
        }
        if (held->empty()) {
            std::cerr << say(common.lang, words::no_quarantine) << '\n';
        }
        return 0;
    });
}

int renew(const Common& common) {
    return with_hub(common, [&](hub::Hub& hub) {
        const Outcome done = hub.renew();
        if (done) {
            std::cerr << say(common.lang, words::renewed) << '\n';
        }
        return done ? 0 : refuse(common, done.error());
    });
}

int backup(const Common& common, const std::filesystem::path& file) {
    if (is_shared(common)) {
        return refuse(say(common.lang, words::database_has_own_copies));
    }
    return with_hub(common, [&](hub::Hub& hub) {
        const Outcome done = hub.backup(file);
        if (!done) {
            return done.fault() == Fault::invalid ? refuse(say(common.lang, words::file_is_there, {file.string()}))
                                                  : refuse(common, done.error());
        }
        std::cerr << say(common.lang, words::backed_up, {file.string()}) << '\n';
        return 0;
    });
}

}  // namespace ayni::commands
