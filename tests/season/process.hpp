#pragma once
// Real programs, started, heard and killed by a test.

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

extern char** environ;

namespace ayni::season_test {

using Words = std::vector<std::string>;

/// Where programs that tests start keep their profiles' keys: never in the home or the keyring of whoever runs them.
/// Gone when the test program is.
class KeysOfTests {
public:
    KeysOfTests() : folder_((std::filesystem::temp_directory_path() / "ayni-keys-XXXXXX").string()) {
        if (::mkdtemp(folder_.data()) == nullptr || ::setenv("AYNI_KEYS", folder_.c_str(), 1) != 0) {
            throw std::runtime_error("no temporary folder could be made");
        }
    }
    KeysOfTests(const KeysOfTests&) = delete;
    KeysOfTests& operator=(const KeysOfTests&) = delete;
    ~KeysOfTests() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    [[nodiscard]] std::filesystem::path folder() const { return folder_; }

private:
    std::string folder_;
};
inline const KeysOfTests keys_of_tests;

/// A program that was started. Killed, if it still runs, when this goes.
class Process {
public:
    /// Its output goes to the two files (open descriptors; -1: nowhere).
    Process(const Words& words, int out, int err) {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        redirect(actions, out, 1);
        redirect(actions, err, 2);
        std::vector<char*> arguments;
        for (const std::string& word : words) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        const int failed = ::posix_spawn(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) {
            throw std::runtime_error("could not be started: " + words.front());
        }
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (pid_ > 0) {
            kill(SIGKILL);
            wait();
        }
    }

    void kill(int signal) const { ::kill(pid_, signal); }
    /// The exit code; 128 + the signal that ended it.
    int wait() {
        int status = 0;
        rusage usage{};
        while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
        }
        peak_kb_ = usage.ru_maxrss;
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    /// The most memory that it held at once, known after `wait`.
    [[nodiscard]] long peak_kb() const { return peak_kb_; }

private:
    static void redirect(posix_spawn_file_actions_t& actions, int from, int to) {
        if (from < 0) {
            posix_spawn_file_actions_addopen(&actions, to, "/dev/null", O_WRONLY, 0);
        } else {
            posix_spawn_file_actions_adddup2(&actions, from, to);
        }
    }
    pid_t pid_ = -1;
    long peak_kb_ = 0;
};

struct Finished {
    int code = 0;
    std::string out;
    std::string err;
    long peak_kb = 0;
};

/// Runs a program to its end.
inline Finished run(const Words& words) {
    int out[2];
    int err[2];
    if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    Process process(words, out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    Finished finished;
    pollfd both[2] = {{out[0], POLLIN, 0}, {err[0], POLLIN, 0}};
    std::string* texts[2] = {&finished.out, &finished.err};
    for (int open = 2; open > 0;) {
        ::poll(both, 2, -1);
        for (int i = 0; i < 2; ++i) {
            char buffer[65536];
            if (both[i].fd < 0 || both[i].revents == 0) {
                continue;
            }
            const ssize_t got = ::read(both[i].fd, buffer, sizeof buffer);
            if (got > 0) {
                texts[i]->append(buffer, static_cast<std::size_t>(got));
            } else if (got == 0 || errno != EINTR) {
                ::close(both[i].fd);
                both[i].fd = -1;
                --open;
            }
        }
    }
    finished.code = process.wait();
    finished.peak_kb = process.peak_kb();
    return finished;
}

}  // namespace ayni::season_test
