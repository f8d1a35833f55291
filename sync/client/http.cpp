#include <curl/curl.h>

#include <atomic>
#include <mutex>
#include <utility>

#include "sync/client/client.hpp"
#include "sync/client/profile.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::client {
namespace {

struct Transfer {
    Answer answer;
    std::size_t most = 0;
    bool too_large = false;
    const std::atomic<bool>* cancelled = nullptr;
};

std::size_t take_body(char* data, std::size_t one, std::size_t count, void* into) {
    auto& transfer = *static_cast<Transfer*>(into);
    const std::size_t bytes = one * count;
    if (bytes > transfer.most - transfer.answer.body.size()) {
        transfer.too_large = true;
        return 0;
    }
    transfer.answer.body.append(data, bytes);
    return bytes;
}

int is_cancelled(void* from, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const Transfer*>(from)->cancelled->load() ? 1 : 0;
}

// curl's own counters leave out headers in one direction and count small bodies twice in the other; what passes here
// is what passes over the connection, under TLS if there is any.
int count_traffic(CURL*, curl_infotype type, char*, std::size_t bytes, void* into) {
    Answer& answer = static_cast<Transfer*>(into)->answer;
    if (type == CURLINFO_HEADER_OUT || type == CURLINFO_DATA_OUT) {
        answer.bytes_up += bytes;
    } else if (type == CURLINFO_HEADER_IN || type == CURLINFO_DATA_IN) {
        answer.bytes_down += bytes;
    }
    return 0;
}

Failure failure_of(CURLcode code, const Transfer& transfer) {
    if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED) {
        return {Fault::too_large, "answer"};
    }
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:  // a portal that breaks TLS open
        case CURLE_UNSUPPORTED_PROTOCOL:      // an answer that is no HTTP/1
        case CURLE_WEIRD_SERVER_REPLY: return {Fault::not_a_hub, curl_easy_strerror(code)};
        case CURLE_URL_MALFORMAT: return {Fault::invalid, "url"};
        default: return {Fault::unreachable, curl_easy_strerror(code)};
    }
}

class Headers {
public:
    ~Headers() { curl_slist_free_all(list_); }
    Headers() = default;
    Headers(const Headers&) = delete;
    Headers& operator=(const Headers&) = delete;
    void add(const std::string& line) { list_ = curl_slist_append(list_, line.c_str()); }
    [[nodiscard]] curl_slist* list() const { return list_; }

private:
    curl_slist* list_ = nullptr;
};

void start_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

}  // namespace

struct Http::Inside {
    explicit Inside(Patience how) : patience(how) {
        start_curl();
        handle = curl_easy_init();
    }
    ~Inside() { curl_easy_cleanup(handle); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    void set_up(const std::string& url, std::string_view body, const Headers& headers, Transfer& transfer) {
        const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDS, body.data());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        set(CURLOPT_HTTPHEADER, headers.list());
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(patience.connect_s));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(patience.silent_s));
        set(CURLOPT_WRITEFUNCTION, &take_body);
        set(CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
        set(CURLOPT_XFERINFOFUNCTION, &is_cancelled);
        set(CURLOPT_XFERINFODATA, static_cast<void*>(&transfer));
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_DEBUGFUNCTION, &count_traffic);
        set(CURLOPT_DEBUGDATA, static_cast<void*>(&transfer));
        set(CURLOPT_VERBOSE, 1L);
        if (is_loopback(url)) {
            set(CURLOPT_PROXY, "");  // a proxy of the environment must not see what never leaves the machine
        }
    }

    Patience patience;
    CURL* handle = nullptr;
    std::atomic<bool> cancelled{false};
};

Http::Http(Patience patience) : inside_(std::make_unique<Inside>(patience)) {}
Http::~Http() = default;

Result<Answer> Http::post(const std::string& url, std::string_view body, std::string_view token) {
    if (!url.starts_with("https://") && !is_loopback(url)) {
        return Failure{Fault::invalid, "needs https"};
    }
    Headers headers;
    headers.add("Content-Type: " + std::string(wire::media_type));
    headers.add("Expect:");  // else curl may wait a second for a "100 Continue"
    if (!token.empty()) {
        headers.add("Authorization: Bearer " + std::string(token));
    }
    Transfer transfer;
    transfer.most = inside_->patience.answer_most;
    transfer.cancelled = &inside_->cancelled;
    inside_->set_up(url, body, headers, transfer);
    const CURLcode code = curl_easy_perform(inside_->handle);
    curl_easy_getinfo(inside_->handle, CURLINFO_RESPONSE_CODE, &transfer.answer.status);
    const char* type = nullptr;
    curl_easy_getinfo(inside_->handle, CURLINFO_CONTENT_TYPE, &type);
    transfer.answer.content_type = type != nullptr ? type : "";
    curl_off_t length = -1;
    curl_easy_getinfo(inside_->handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    curl_easy_reset(inside_->handle);  // it must not keep pointers into this function
    const bool was_cancelled = inside_->cancelled.exchange(false);
    if (code != CURLE_OK) {
        return was_cancelled ? Failure{Fault::unreachable, "cancelled"} : failure_of(code, transfer);
    }
    if (length < 0 && transfer.answer.body.empty()) {
        return Failure{Fault::unreachable, "cut within the headers"};  // which curl takes for an answer
    }
    return std::move(transfer.answer);
}

void Http::cancel() {
    inside_->cancelled = true;
}

}  // namespace ayni::client
