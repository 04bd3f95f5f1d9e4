using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigitalTwin.Testing;

/// <summary>
/// A PostgreSQL server of its own, started once for a run of tests from the binaries on the machine: on 127.0.0.1, on a free port, in a folder that goes away with it. As root it runs
/// as the user that the packages made for it, because the server refuses to be root. A shell stands between: when the tests end, however they end, its input closes, and it stops the
/// server that it has started and removes the folder.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Guard = """folder=$1; shift; "$@" </dev/null >"$folder/log" 2>&1 & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$folder" """;

    private static readonly Lazy<PostgresServer> Shared = new(() => new(Binaries!));
    private static int databases;
    private readonly string folder;
    private readonly string binaries;
    private readonly Process guard;
    private bool stopped;

    private PostgresServer(string binaries)
    {
        this.binaries = binaries;
        folder = Directory.CreateTempSubdirectory("twin-postgres-").FullName;
        Port = FreePort();
        if (IsRoot) Finish(Start("chown", Account, folder));
        var data = Path.Combine(folder, "data");
        var initdb = AsAccount(Path.Combine(binaries, "initdb"), "-D", data, "-U", "twin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Finish(Start(initdb[0], initdb[1..]));
        guard = Start("sh", ["-c", Guard, "guard", folder, .. AsAccount(Path.Combine(binaries, "postgres"), "-D", data, "-h", "127.0.0.1", "-p", $"{Port}", "-k", folder,
            "-c", "max_connections=200", "-c", "shared_buffers=128MB", "-c", "logging_collector=off")]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        WaitUntilReady();
    }

    /// <summary>Null where there is a server to start, else the sentence that says why not.</summary>
    public static string? Missing { get; } = Binaries is null ? "There are no PostgreSQL binaries on this machine (Debian: apt-get install postgresql)."
        : IsRoot && !HasAccount ? "PostgreSQL does not run as root, and there is no user 'postgres' on this machine." : null;

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static string Account => "postgres";

    private static bool IsRoot => Environment.UserName == "root";

    private static bool HasAccount => File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(l => l.StartsWith(Account + ":", StringComparison.Ordinal));

    /// <summary>The server of this run of tests, started when it is first asked for.</summary>
    public static PostgresServer Instance => Shared.Value;

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public string NewDatabase()
    {
        var name = $"city{Interlocked.Increment(ref databases)}";
        Finish(Start(Path.Combine(binaries, "createdb"), "-h", "127.0.0.1", "-p", $"{Port}", "-U", "twin", "-T", "template0", name));
        return $"Host=127.0.0.1;Port={Port};Username=twin;Database={name}";
    }

    /// <summary>Stops it and removes its folder.</summary>
    public void Dispose()
    {
        if (stopped) return;
        stopped = true;
        guard.StandardInput.Close();
        guard.WaitForExit(20_000);
        guard.Dispose();
    }

    private void WaitUntilReady()
    {
        for (var i = 0; i < 300; i++)
        {
            using var ready = Start(Path.Combine(binaries, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "twin", "-d", "postgres");
            ready.WaitForExit();
            if (ready.ExitCode == 0) return;
            if (guard.HasExited) throw new InvalidOperationException("PostgreSQL ended while it was starting.");
            Thread.Sleep(50);
        }
        throw new TimeoutException("PostgreSQL did not start within 15 s.");
    }

    private static string[] AsAccount(string program, params string[] arguments) =>
        IsRoot ? ["setpriv", "--reuid", Account, "--regid", Account, "--init-groups", program, .. arguments] : [program, .. arguments];

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Finish(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{process.StartInfo.FileName} ended with exit code {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
