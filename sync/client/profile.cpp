#include "sync/client/profile.hpp"

#include <charconv>

#include "engine/model/time.hpp"
#include "sync/client/client.hpp"
#include "sync/joined/membership.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// "bytes:2026-11", by the device's clock.
std::string month_setting(const Store& store) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    return "bytes:" + date_text(store.clock().now_ms() / day_ms).substr(0, 7);
}

std::string_view host_of(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
            url = url.substr(0, url.find_first_of("/?#"));
            const bool bracketed = url.starts_with('[');
            return bracketed ? url.substr(0, url.find(']') + 1) : url.substr(0, url.find(':'));
        }
    }
    return {};
}

}  // namespace

bool is_loopback(std::string_view url) {
    const std::string_view host = host_of(url);
    const bool numbers = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && numbers);
}

Outcome count_bytes(Store& store, std::uint64_t bytes) {
    const std::string month = month_setting(store);
    AYNI_LET(before, store.setting(month));
    return store.set_setting(month, std::to_string(number_in(before) + bytes));
}

Result<std::optional<HubInfo>> hub_of(Store& store) {
    AYNI_LET(token, store.setting(setting::token));
    if (token.empty()) {
        return std::optional<HubInfo>{};
    }
    AYNI_LET(url, store.setting(setting::hub_url));
    AYNI_LET(name, store.setting(setting::hub_name));
    AYNI_LET(last, store.setting(setting::last_exchange));
    AYNI_LET(bytes, store.setting(month_setting(store)));
    return std::optional(HubInfo{url, name, static_cast<std::int64_t>(number_in(last)), number_in(bytes)});
}

}  // namespace ayni::client
