using System.Diagnostics;

namespace DigitalTwin.Cli.Tests;

/// <summary><c>twin</c> as a process of its own, that can be signalled and killed.</summary>
internal sealed class TwinProcess : IDisposable
{
    private readonly Process process;

    private TwinProcess(Process process)
    {
        this.process = process;
        Error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>All that it says on its error stream, when it has ended.</summary>
    public Task<string> Error { get; }

    public bool HasExited => process.HasExited;

    public static TwinProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "twin.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for a line of its answers that holds a text.</summary>
    public async Task SaysAsync(string text)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains(text, StringComparison.Ordinal)) return;
        Assert.Fail($"It ended without saying '{text}': {await Error}");
    }

    /// <summary>Lets something happen, or the process end.</summary>
    public async Task UntilAsync(Func<bool> happened)
    {
        while (!process.HasExited && !happened()) await Task.Yield();
    }

    /// <summary>Lets so much time pass, or the process end.</summary>
    public async Task LiveAsync(TimeSpan time)
    {
        using var enough = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            // It lives.
        }
    }

    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", $"-{signal} {process.Id}");
        kill.WaitForExit();
    }

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
