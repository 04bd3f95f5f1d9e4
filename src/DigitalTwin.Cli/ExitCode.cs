namespace DigitalTwin.Cli;

/// <summary>What <c>twin</c> returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>It ran and the answer is yes.</summary>
    public const int Done = 0;

    /// <summary>It ran and the answer is no, or it was stopped.</summary>
    public const int No = 1;

    /// <summary>Your input cannot be used; what was wrong has been said.</summary>
    public const int Input = 2;

    /// <summary>Our fault.</summary>
    public const int Fault = 3;
}
