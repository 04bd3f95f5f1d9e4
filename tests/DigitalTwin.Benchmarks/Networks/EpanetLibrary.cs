using System.Runtime.InteropServices;
using System.Text;

namespace DigitalTwin.Benchmarks.Networks;

/// <summary>EPANET 2.2 or later as a shared library that the user has: the peer that ratios are taken to. Only what a hydraulic run needs.</summary>
internal sealed unsafe class EpanetLibrary : IDisposable
{
    private readonly nint library;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> create;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int> open;
    private readonly delegate* unmanaged[Cdecl]<nint, int> openH, closeH, close, delete;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int> initH, setStatusReport;
    private readonly string report = Path.GetTempFileName();
    private readonly delegate* unmanaged[Cdecl]<nint, int*, int> runH, nextH;

    public EpanetLibrary(string path)
    {
        library = NativeLibrary.Load(path);
        create = (delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(library, "EN_createproject");
        open = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, byte*, int>)NativeLibrary.GetExport(library, "EN_open");
        openH = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "EN_openH");
        closeH = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "EN_closeH");
        close = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "EN_close");
        delete = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "EN_deleteproject");
        initH = (delegate* unmanaged[Cdecl]<nint, int, int>)NativeLibrary.GetExport(library, "EN_initH");
        setStatusReport = (delegate* unmanaged[Cdecl]<nint, int, int>)NativeLibrary.GetExport(library, "EN_setstatusreport");
        runH = (delegate* unmanaged[Cdecl]<nint, int*, int>)NativeLibrary.GetExport(library, "EN_runH");
        nextH = (delegate* unmanaged[Cdecl]<nint, int*, int>)NativeLibrary.GetExport(library, "EN_nextH");
    }

    /// <summary>Opens a network, ready to be run; null when EPANET refuses it.</summary>
    public nint? Open(string path)
    {
        nint project;
        create(&project);
        // Its report goes to a file, and says nothing of the hydraulics, so that only solving is timed.
        fixed (byte* input = Encoding.UTF8.GetBytes(path + '\0'), output = Encoding.UTF8.GetBytes(report + '\0'), nothing = "\0"u8)
        {
            if (open(project, input, output, nothing) < 100 && setStatusReport(project, 0) < 100 && openH(project) < 100) return project;
        }
        Close(project);
        return null;
    }

    /// <summary>Runs the whole period: hydraulics only, nothing saved.</summary>
    public void Run(nint project)
    {
        const int InitialFlows = 10;
        int time, step;
        initH(project, InitialFlows);
        do
        {
            runH(project, &time);
            nextH(project, &step);
        }
        while (step > 0);
    }

    public void Close(nint project)
    {
        closeH(project);
        close(project);
        delete(project);
    }

    public void Dispose()
    {
        NativeLibrary.Free(library);
        File.Delete(report);
    }
}
